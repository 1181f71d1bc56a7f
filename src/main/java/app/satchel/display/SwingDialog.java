package app.satchel.display;

import javax.swing.JOptionPane;
import javax.swing.JTextArea;
import javax.swing.UIManager;

/** A dialog of Java's own windows, which need neither JavaFX nor GTK. */
final class SwingDialog {
  private static final int COLUMNS = 60;

  private SwingDialog() {}

  static void show(String title, String text) {
    JTextArea words = new JTextArea(text, 0, COLUMNS);
    words.setLineWrap(true);
    words.setWrapStyleWord(true);
    words.setEditable(false);
    words.setFont(UIManager.getFont("Label.font"));
    words.setBackground(UIManager.getColor("OptionPane.background"));
    JOptionPane.showMessageDialog(null, words, title, JOptionPane.ERROR_MESSAGE);
  }
}
