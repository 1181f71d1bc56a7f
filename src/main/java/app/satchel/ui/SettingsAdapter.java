package app.satchel.ui;

import app.satchel.assembly.Assembly;
import app.satchel.assembly.RulesInForce;
import app.satchel.display.KeptDrawing;
import app.satchel.display.Surroundings;
import app.satchel.problem.Problem;
import app.satchel.ui.settings.SettingsServices;
import app.satchel.words.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The settings' services. */
final class SettingsAdapter implements SettingsServices {
  private static final Words WORDS = Words.of(SettingsAdapter.class);

  private final Assembly assembly;

  private volatile KeptDrawing drawing;

  SettingsAdapter(Assembly assembly) {
    this.assembly = assembly;
    this.drawing = KeptDrawing.load(assembly.home().drawing());
  }

  @Override
  public boolean counting() {
    return assembly.preferences().countInstalls();
  }

  @Override
  public void setCounting(boolean allowed) {
    assembly.preferences().setCountInstalls(allowed);
  }

  @Override
  public boolean picturesAlways() {
    return assembly.preferences().picturesAlways();
  }

  @Override
  public void setPicturesAlways(boolean always) {
    assembly.preferences().setPicturesAlways(always);
  }

  @Override
  public int picturesGranted() {
    return assembly.preferences().picturesOf().size();
  }

  @Override
  public void forgetPicturesGranted() {
    assembly.preferences().forgetPicturesOf();
  }

  @Override
  public void setTheme(String choice) {
    assembly.preferences().setTheme(choice);
  }

  @Override
  public void setLessMotion(boolean less) {
    assembly.preferences().setLessMotion(less);
  }

  @Override
  public KeptDrawing drawing() {
    return drawing;
  }

  @Override
  public synchronized void keepDrawing(KeptDrawing changed) {
    changed.save(assembly.home().drawing());
    drawing = changed;
  }

  @Override
  public boolean scales() {
    return !Surroundings.here(Map.of(), System.getProperties()).isMac();
  }

  @Override
  public List<DataDate> data() {
    return List.of(new DataDate(WORDS.text("data.agents"), assembly.agents().date()));
  }

  @Override
  public RulesState rules() {
    RulesInForce now = assembly.rules();
    return new RulesState(now.rules().rulesDate(), now.builtIn(), now.problem());
  }

  @Override
  public void useRules(Path file) {
    assembly.useRules(file);
  }

  @Override
  public void useBuiltInRules() {
    assembly.useBuiltInRules();
  }

  @Override
  public Problem unread() {
    return assembly.preferences().problem();
  }
}
