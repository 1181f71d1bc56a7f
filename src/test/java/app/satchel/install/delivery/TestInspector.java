package app.satchel.install.delivery;

import app.satchel.check.Inspector;
import app.satchel.check.requirement.Computer;
import app.satchel.check.requirement.RequirementReader;
import app.satchel.check.requirement.Sandbox;
import app.satchel.check.upload.UploadCheck;

/** All checks, on the computer that runs the tests. */
final class TestInspector {
  private TestInspector() {}

  static Inspector with(UploadCheck check) {
    return new Inspector(
        check,
        new RequirementReader(),
        Computer.here(System.getenv(), false),
        id -> Sandbox.of(id, id));
  }
}
