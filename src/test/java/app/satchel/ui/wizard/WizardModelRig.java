package app.satchel.ui.wizard;

import app.satchel.check.upload.Change;
import app.satchel.ui.kit.HandBackground;
import java.util.Set;

/** A wizard without a window, in a world that does what a test says. */
abstract class WizardModelRig {
  final FakeServices services = new FakeServices();
  WizardModel model = started(HandBackground.immediate(), null);

  WizardModel started(HandBackground hand, String preferred) {
    return started(hand, preferred, Set.of());
  }

  WizardModel started(HandBackground hand, String preferred, Set<Change> tried) {
    WizardModel made = new WizardModel(services, hand, preferred, tried);
    made.start();
    return made;
  }

  Step step() {
    return model.stepProperty().get();
  }

  void walk(int steps) {
    for (int i = 0; i < steps; i++) {
      model.next();
    }
  }
}
