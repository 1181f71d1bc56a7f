package app.satchel.ui.wizard;

import app.satchel.ui.kit.Texts;
import app.satchel.words.Words;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What one step shows. Built when the step is entered. */
abstract class StepPane extends VBox {
  static final Words WORDS = Words.of(WizardModel.class);

  /** Longest name of a stranger shown in a heading. */
  static final int NAME = 60;

  StepPane(String styleClass) {
    getStyleClass().addAll("wizard-step", styleClass);
  }

  /**
   * A scroll pane asks for the height at no width in particular, and would get the one at which no
   * line wraps.
   */
  @Override
  protected double computePrefHeight(double width) {
    double real = getWidth() > 0 ? getWidth() : WizardView.WIDTH;
    return super.computePrefHeight(width < 0 ? real : width);
  }

  /** Where the keyboard goes when the step is entered; null for the primary button. */
  Node firstFocus() {
    return null;
  }

  /** The step is left for good: end what was started. */
  void leave() {}

  static Label heading(String text) {
    return Texts.asHeading(Texts.wrapped(text, "heading"), 1);
  }

  /** The step's title and one sentence. */
  static VBox intro(String title, String words) {
    return intro(heading(title), Texts.wrapped(words, "soft"));
  }

  static VBox intro(Label title, Node words) {
    VBox intro = new VBox(6, title, words);
    intro.getStyleClass().add("wizard-intro");
    return intro;
  }

  static Label section(String text) {
    return Texts.asHeading(Texts.wrapped(text, "wizard-section", "strong"), 2);
  }

  static Label soft(String text) {
    return Texts.wrapped(text, "soft", "small");
  }
}
