"""How the network gets on between two acts: with a step, with a line, or with all that there is to do."""

from ordertck.harness.explore.acts import QUIET, Drawn, Scene, course, done, given, when
from ordertck.harness.explore.som.known import is_stopped, resting
from ordertck.harness.explore.som.lives import lives
from ordertck.harness.explore.som.network import failed, held, line_is_done, step_is_done

# Once in so many times the network gets on in a narrow history with something else than the order whose life it is.
_ASIDE = 3
# Once in so many times all that is under way is finished, so that what comes next meets services at rest.
_ROUND = 3


@course("som")
def gets_on(scene: Scene) -> Drawn:
    """The network gets on with the order that the latest act was about, or with everything.

    A narrow history goes on with the life of one order as a rule.
    """
    if scene.narrow and not scene.one_in(_ASIDE) and (act := _LIVES.go_on(scene)):
        return act
    if scene.one_in(_ROUND):
        return _all_is_finished(scene)
    mine = any(order in scene.latest for order, _ in held(scene))
    return scene.dice.choice((step_is_done, step_is_done, line_is_done))(scene) if mine else None


def _all_is_finished(scene: Scene) -> Drawn:
    """What rests goes on, what failed is done after all, and so is what was held; then work is held again."""
    lines = held(scene)
    if not lines:
        return None
    steps = [when("the intake of service order management is released")] if is_stopped(scene) else []
    steps += [when(f'the CRM resumes order "{name}"') for name in resting(scene)]
    steps += [when("the network takes up its work again")] if scene.stage.network.holds else []
    mended = failed(scene) if not scene.one_in(3) else []
    steps += [when(f'the network does line {line} of order "{order}" after all') for order, line in mended]
    steps += [QUIET, given("the network holds its work")]
    return done("all-is-finished", steps, "", {order for order, _ in lines})


_LIVES = lives(_all_is_finished)
