"""`healingpartner tour`, as far as the command goes; the walk itself is tested beside it."""


def test_a_place_that_cannot_hold_pictures_is_said_plainly(command, tmp_path):
    (tmp_path / "file").write_text("not a folder")
    ran = command("tour", tmp_path / "file" / "tour")
    assert (ran.code, ran.out) == (1, "")
    assert "Choose a folder that you may write to." in ran.err
    assert (tmp_path / "file").read_text() == "not a folder"
