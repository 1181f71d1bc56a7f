package app.satchel.ui.wizard;

import app.satchel.problem.Problem;
import app.satchel.problem.ProblemException;
import app.satchel.task.Cancellation;
import app.satchel.ui.kit.Background;
import app.satchel.workspace.ApiKey;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * The key of a developer workspace: looked for when somebody wants to send a skill there, typed
 * when there is none, and kept in the keyring only if the person wants it. Knows no control; lives
 * on the UI thread.
 */
public final class KeyModel {
  /** Where the search for a key stands. */
  public enum Phase {
    UNASKED,
    LOOKING,
    /** A key is there without being typed. */
    FOUND,
    /** It has to be typed. */
    TYPING
  }

  private final WizardServices services;
  private final Background background;
  private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.UNASKED);
  private final ReadOnlyObjectWrapper<KnownKey> known = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<ApiKey> key = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Problem> problem = new ReadOnlyObjectWrapper<>();
  private final BooleanProperty keep = new SimpleBooleanProperty(false);
  private boolean typed;

  KeyModel(WizardServices services, Background background) {
    this.services = services;
    this.background = background;
  }

  public ReadOnlyObjectProperty<Phase> phaseProperty() {
    return phase.getReadOnlyProperty();
  }

  /** What was found; null before that. */
  public ReadOnlyObjectProperty<KnownKey> knownProperty() {
    return known.getReadOnlyProperty();
  }

  /** The key to use; null while there is none. */
  public ReadOnlyObjectProperty<ApiKey> keyProperty() {
    return key.getReadOnlyProperty();
  }

  /** Why a key could not be looked for, kept or forgotten; else null. */
  public ReadOnlyObjectProperty<Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Whether a typed key shall be kept; no until the person says yes. */
  public BooleanProperty keepProperty() {
    return keep;
  }

  /** Whether a typed key can be kept on this computer. */
  public boolean canKeep() {
    return known.get() != null && known.get().source() != KnownKey.Source.NO_KEYRING;
  }

  /** Looks for a key, once. */
  void look() {
    if (phase.get() != Phase.UNASKED) {
      return;
    }
    phase.set(Phase.LOOKING);
    background.run(
        Cancellation.none(),
        services::key,
        found -> {
          known.set(found);
          key.set(found.key());
          phase.set(found.key() == null ? Phase.TYPING : Phase.FOUND);
        },
        why -> {
          problem.set(why);
          known.set(new KnownKey(null, KnownKey.Source.NO_KEYRING, why));
          phase.set(Phase.TYPING);
        });
  }

  /** Another key than the one that was found. */
  public void another() {
    key.set(null);
    phase.set(Phase.TYPING);
  }

  /** What has been typed so far; a key once it can be one. */
  public void type(String text) {
    typed = true;
    try {
      key.set(text.isBlank() ? null : ApiKey.parse(text));
    } catch (ProblemException _) {
      // Not yet: nobody types a key in one go, and Next stays shut until it is one.
      key.set(null);
    }
  }

  /** Whether what has been typed cannot be a key. */
  public boolean malformed(String text) {
    return !text.isBlank() && key.get() == null;
  }

  /** The key is going to be used: a typed one is kept if that was asked for. */
  void used() {
    if (!typed || !keep.get() || key.get() == null) {
      return;
    }
    ApiKey now = key.get();
    tell(() -> services.keepKey(now));
  }

  /** Takes the kept key out of the keyring. */
  public void forget() {
    another();
    tell(services::forgetKey);
  }

  private void tell(Callable<Optional<Problem>> action) {
    background.run(Cancellation.none(), action, why -> problem.set(why.orElse(null)), problem::set);
  }
}
