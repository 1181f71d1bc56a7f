package app.satchel.display;

import app.satchel.problem.Problem;
import app.satchel.task.Milestones;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What a window is told when it starts.
 *
 * @param drawing how it is drawn
 * @param mark there until the first picture has been painted
 * @param said what the toolkit has printed so far
 * @param calm to be run when the first picture is there and time no longer counts
 * @param milestones told how far the start has come
 * @param alarm tells a person of a failure when the window cannot
 */
public record StartTerms(
    Drawing drawing,
    StartMark mark,
    Supplier<List<String>> said,
    Runnable calm,
    Milestones milestones,
    Consumer<Problem> alarm) {}
