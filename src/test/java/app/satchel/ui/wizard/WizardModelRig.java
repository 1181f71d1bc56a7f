package app.satchel.ui.wizard;

import app.satchel.ui.kit.HandBackground;

/** A wizard without a window, in a world that does what a test says. */
abstract class WizardModelRig {
  final FakeServices services = new FakeServices();
  WizardModel model = started(HandBackground.immediate(), null);

  WizardModel started(HandBackground hand, String preferred) {
    WizardModel made = new WizardModel(services, hand, preferred);
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
