"""`healingpartner demo`: invented people, and a passphrase that opens them."""


def test_a_demo_practice_opens_with_the_passphrase_it_prints(command, tmp_path):
    ran = command("demo", tmp_path / "demo", "--people", "5", "--entries", "3", "--seed", "4")
    assert (ran.code, ran.err) == (0, "")
    (passphrase,) = (
        line.removeprefix("Its passphrase: ") for line in ran.out.splitlines() if line.startswith("Its passphrase: ")
    )
    assert command("check", tmp_path / "demo", key=passphrase).code == 0


def test_a_folder_that_holds_something_is_left_alone(command, tmp_path):
    (tmp_path / "diary.txt").write_text("mine")
    ran = command("demo", tmp_path, "--people", "5")
    assert ran.code == 1
    assert "Traceback" not in ran.err
    assert [file.name for file in tmp_path.iterdir() if file.name != "app-home"] == ["diary.txt"]
