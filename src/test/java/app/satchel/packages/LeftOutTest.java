package app.satchel.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Packages leave nothing out that Satchel uses. */
class LeftOutTest {
  private static final Path RULES = Path.of("installer/left-out.txt");
  private static final Path FONTS = Path.of("src/main/java/app/satchel/ui/kit/Fonts.java");

  private static boolean isLeftOut(String jar, String entry) throws IOException {
    return Files.readAllLines(RULES).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split(" ", 2))
        .anyMatch(
            rule ->
                jar.startsWith(rule[0])
                    && entry.matches(rule[1].replace("@NATIVE@", "linux-x86-64")));
  }

  @Test
  void theFontsOfTheWindowStay() throws IOException {
    String source = Files.readString(FONTS);
    String sans = constant(source, "SANS");
    String mono = constant(source, "MONO");
    Matcher file = Pattern.compile("(SANS|MONO) \\+ \"([^\"]+)\"").matcher(source);
    int files = 0;
    while (file.find()) {
      files++;
      boolean text = file.group(1).equals("SANS");
      String entry = (text ? sans : mono).substring(1) + file.group(2);
      String jar =
          text ? "fontsource__source-sans-pro-5.2.5.jar" : "fontsource__jetbrains-mono-4.5.11.jar";
      assertThat(isLeftOut(jar, entry)).as(entry).isFalse();
      assertThat(isLeftOut(jar, entry.replace(".woff", ".woff2"))).isTrue();
      assertThat(LeftOutTest.class.getResource("/" + entry)).as(entry).isNotNull();
    }
    assertThat(files).isGreaterThan(5);
  }

  private static String constant(String source, String name) {
    Matcher found = Pattern.compile("String " + name + " =\\s+\"([^\"]+)\"").matcher(source);
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  @Test
  void onlyTheNativesOfOtherSystemsGo() throws IOException {
    String jna = "jna-5.13.0.jar";
    assertThat(isLeftOut(jna, "com/sun/jna/linux-x86-64/libjnidispatch.so")).isFalse();
    assertThat(isLeftOut(jna, "com/sun/jna/Native.class")).isFalse();
    for (String other :
        List.of("darwin-aarch64/libjnidispatch.jnilib", "win32-x86/jnidispatch.dll")) {
      assertThat(isLeftOut(jna, "com/sun/jna/" + other)).as(other).isTrue();
    }
  }
}
