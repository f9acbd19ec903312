"""`python -m healingpartner`: arguments are understood before anything heavy is imported."""

import sys


def main() -> int:
    """Run the command line; the exit code is 0 when done, 1 when it could not be, 2 for a mistyped command."""
    from healingpartner.commands.line import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    if getattr(sys, "frozen", False):  # the child that copies a backup starts the same frozen program
        from multiprocessing import freeze_support

        freeze_support()
    sys.exit(main())
