package app.satchel.ui.skill;

import app.satchel.check.upload.Change;
import app.satchel.check.upload.Offer;
import app.satchel.disk.Placement;
import app.satchel.problem.Problem;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.task.Cancellation;
import app.satchel.ui.kit.Background;
import app.satchel.ui.skill.UploadShown.Subject;
import app.satchel.words.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The Upload tab: what would be changed and why, with proposals that can be tried one by one. What
 * is tried is what the wizard starts with for claude.ai; nothing is written here but a patch that a
 * person saves. Knows no control; lives on the UI thread.
 */
public final class UploadModel {
  private static final Words WORDS = Words.of(UploadModel.class);

  private final PageServices services;
  private final Background background;
  private final ReadOnlyObjectWrapper<UploadShown> shown = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Problem> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Saved> saved = new ReadOnlyObjectWrapper<>();
  private Subject subject;
  private Set<Change> wanted = Set.of();
  private Cancellation looking = Cancellation.none();
  private Cancellation saving = Cancellation.none();

  /**
   * A patch that was saved.
   *
   * @param hint where to apply it, a sentence
   * @param command how to apply it
   */
  record Saved(Path file, String hint, String command) {}

  UploadModel(PageServices services, Background background) {
    this.services = services;
    this.background = background;
  }

  /** What is known; null until then. */
  ReadOnlyObjectProperty<UploadShown> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** Why the newest wish could not be followed, or null. What is shown stays. */
  ReadOnlyObjectProperty<Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** The patch that was saved last, or null. */
  ReadOnlyObjectProperty<Saved> savedProperty() {
    return saved.getReadOnlyProperty();
  }

  /** Turns to a skill that was checked, or to none. */
  void show(Subject checked) {
    looking.cancel();
    saving.cancel();
    subject = checked;
    wanted = Set.of();
    shown.set(null);
    problem.set(null);
    saved.set(null);
    if (checked != null) {
      look(change -> false);
    }
  }

  /** Says that the skill could not be checked. */
  void failed(Problem why) {
    problem.set(why);
  }

  /** What is tried now, the newest wish included. */
  Set<Change> tried() {
    return wanted;
  }

  /** Tries a change, or takes that back. */
  void accept(Change change, boolean agreed) {
    wanted = Offer.answered(wanted, change, agreed);
    look(wanted::contains);
  }

  /** Tries everything, also what is only asked once the rest is agreed to. */
  void acceptAll() {
    look(change -> true);
  }

  /** Takes everything back. */
  void acceptNone() {
    wanted = Set.of();
    look(change -> false);
  }

  /** Tries exactly what a person agreed to elsewhere, as far as it is proposed here. */
  void follow(Set<Change> agreed) {
    wanted = Set.copyOf(agreed);
    look(wanted::contains);
  }

  private void look(Predicate<Change> accepted) {
    if (subject == null) {
      return;
    }
    looking.cancel();
    Cancellation mine = new Cancellation();
    looking = mine;
    Subject about = subject;
    background.run(
        mine,
        () -> UploadShown.of(about, services.offer(about.skill(), accepted)),
        answer -> {
          wanted = answer.offer().accepted();
          problem.set(null);
          // The patch that was saved is another now.
          saved.set(null);
          shown.set(answer);
        },
        why -> {
          wanted = shown.get() == null ? Set.of() : shown.get().offer().accepted();
          problem.set(why);
        });
  }

  /** Writes what is shown as a patch. */
  void save(Path file) {
    if (shown.get() == null) {
      return;
    }
    saving.cancel();
    Cancellation mine = new Cancellation();
    saving = mine;
    SkillPatch patch = shown.get().patch();
    problem.set(null);
    saved.set(null);
    background.run(mine, () -> write(patch, file), saved::set, problem::set);
  }

  private static Saved write(SkillPatch patch, Path file) {
    try {
      Placement.write(file, patch.patch().bytes());
      return new Saved(file, patch.hint(), patch.command(file));
    } catch (IOException e) {
      throw ProblemException.of(
          WORDS, ProblemKind.DISK, "patch-not-saved", e.toString(), e, file.toString());
    }
  }
}
