import app.satchel.ui.kit.Theme;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.css.Stylesheet;

/**
 * Makes one binary style sheet of all the window's, for light and for dark: reading and parsing two
 * dozen of them is a tenth of the time until the window is there. Run by the build with the class
 * path of the program and the folder to write to.
 */
public final class CompileSheets {
  private CompileSheets() {}

  public static void main(String[] args) throws IOException {
    for (boolean dark : new boolean[] {false, true}) {
      Path target = Path.of(args[0], Theme.compiledName(dark));
      StringBuilder all = new StringBuilder();
      for (String sheet : Theme.sheets(dark)) {
        try (InputStream in = URI.create(sheet).toURL().openStream()) {
          all.append(new String(in.readAllBytes(), StandardCharsets.UTF_8)).append('\n');
        }
      }
      Path text = Files.createTempFile("satchel-", ".css");
      try {
        Files.writeString(text, all);
        Stylesheet.convertToBinary(text.toFile(), target.toFile());
      } finally {
        Files.delete(text);
      }
    }
  }
}
