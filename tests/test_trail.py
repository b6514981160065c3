from reader.trail import Trail


def test_back_and_forward_undo_one_another():
    trail = Trail()
    trail.leave(10)
    trail.leave(20)
    assert [trail.back(30), trail.back(20), trail.back(10)] == [20, 10, None]
    assert [trail.forward(), trail.forward(), trail.forward()] == [20, 30, None]


def test_a_new_jump_forgets_what_lay_ahead():
    trail = Trail()
    trail.leave(10)
    trail.leave(20)
    trail.back(30)
    trail.leave(25)
    assert trail.forward() is None
    assert trail.back(40) == 25


def test_leaving_a_place_twice_counts_once():
    trail = Trail()
    trail.leave(10)
    trail.leave(10)
    assert [trail.back(20), trail.back(10)] == [10, None]
