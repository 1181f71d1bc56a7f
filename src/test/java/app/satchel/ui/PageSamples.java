package app.satchel.ui;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;

/** Skills of our own that show every kind of file and frontmatter. */
final class PageSamples {
  private PageSamples() {}

  /** Writes all of them below a folder. */
  static void write(Path folder) throws IOException {
    rich(folder.resolve("tide-tables"));
    nested(folder.resolve("nested-notes"));
    broken(folder.resolve("broken-head"));
    unclosed(folder.resolve("unclosed-head"));
  }

  private static void rich(Path skill) throws IOException {
    text(
        skill.resolve("SKILL.md"),
        """
        ---
        name: tide-tables
        description: Works out tides for a harbour and writes them as a table. Use it when somebody asks when the water is high.
        version: 2.1.0
        license: MIT
        author: The Harbour Office
        compatibility: Python 3.10+, git. Optional - internet access for fresh data.
        allowed-tools: Read, Grep, Bash(git:*), Bash(python3 scripts/tides.py *), WebFetch(domain:tides.example.org), mcp__almanac__moon_phase, Bash, Sextant
        argument-hint: "[harbour] [day]"
        disable-model-invocation: true
        model: inherit
        x-rating: five anchors
        ---
        # Tide tables

        Read [the method](references/method.md#harmonics) first, then run [the script](scripts/tides.py).
        The colours are in [the chart](assets/chart.png).
        """);
    text(
        skill.resolve("references/method.md"),
        """
        # The method

        How a tide is worked out, in three steps. See also [the sources](sources.md), and
        [the script](../scripts/tides.py).

        | Constituent | Period | Meaning |
        | --- | ---: | --- |
        | M2 | 12.42 h | the moon |
        | S2 | 12.00 h | the sun |

        ![The chart](../assets/chart.png)

        %s
        ## Harmonics

        The height is a sum of waves:

        ```python
        def height(t):
            return sum(a * cos(w * t + p) for a, w, p in CONSTITUENTS)
        ```

        > Heights are above chart datum, which is not the level of the sea.
        """
            .formatted(
                "Words on the way down to the harmonics, so that there is a way.\n\n".repeat(12)));
    text(skill.resolve("references/sources.md"), "# Sources\n\n- The almanac\n- The pilot book\n");
    text(skill.resolve("scripts/tides.py"), script());
    text(skill.resolve("scripts/lib/harbours.py"), "HARBOURS = {\"Husum\": 54.47}\n");
    skill.resolve("scripts/tides.py").toFile().setExecutable(true);
    text(
        skill.resolve("hooks/hooks.json"),
        "{\"hooks\": {\"PostToolUse\": [{\"command\": \"scripts/tides.py --check\"}]}}\n");
    text(
        skill.resolve(".mcp.json"),
        "{\"mcpServers\": {\"almanac\": {\"command\": \"almanac\"}}}\n");
    text(
        skill.resolve("package.json"),
        "{\n"
            + "  \"name\": \"tide-tables\",\n"
            + "  \"scripts\": {\n"
            + "    \"postinstall\": \"node fetch.js\"\n"
            + "  }\n"
            + "}\n");
    text(
        skill.resolve("assets/logo.svg"),
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\">\n"
            + "  <circle r=\"3\"/>\n"
            + "</svg>\n");
    text(
        skill.resolve(
            "references/a-rather-long-name-that-says-what-is-in-the-file-in-more-words-than-needed-2026.md"),
        "Long.\n");
    text(skill.resolve("references/odd-signs.txt"), "Its name\u200B hides a \u202Esign\u202C.\n");
    chart(skill.resolve("assets/chart.png"));
    byte[] noise = new byte[48_213];
    new Random(7).nextBytes(noise);
    byte[] elf = noise.clone();
    System.arraycopy(new byte[] {0x7F, 'E', 'L', 'F', 2, 1, 1, 0}, 0, elf, 0, 8);
    Files.write(skill.resolve("assets/tide-model.bin"), noise);
    Files.write(skill.resolve("assets/harbour.png"), elf);
  }

  private static String script() {
    StringBuilder code =
        new StringBuilder(
            """
            #!/usr/bin/env python3
            \"""Works out tides.

            Nothing here is ever run by Satchel.
            \"""
            import math
            from dataclasses import dataclass

            M2 = 12.4206012  # hours


            @dataclass
            class Harbour:
                name: str
                amplitude: float = 1.5

                def height(self, hours: float) -> float:
                    # The moon alone; the sun is added below.
                    return self.amplitude * math.cos(2 * math.pi * hours / M2)


            """);
    for (int i = 1; i <= 60; i++) {
      code.append("def step_").append(i).append("(value):\n");
      code.append("    if value is None:\n        return \"nothing\"\n    return value + ");
      code.append(i).append("\n\n\n");
    }
    return code.toString();
  }

  private static void chart(Path file) throws IOException {
    BufferedImage image = new BufferedImage(900, 420, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setPaint(new GradientPaint(0, 0, new Color(0xDCEBF5), 0, 420, new Color(0x7FA9C4)));
    g.fillRect(0, 0, 900, 420);
    g.setColor(new Color(0x1F4E79));
    for (int x = 0; x < 900; x++) {
      int y = (int) (210 + 130 * Math.sin(x / 70.0) * Math.cos(x / 400.0));
      g.fillOval(x, y, 6, 6);
    }
    g.dispose();
    Files.createDirectories(file.getParent());
    ImageIO.write(image, "png", file.toFile());
  }

  private static void nested(Path skill) throws IOException {
    StringBuilder words = new StringBuilder();
    for (int i = 1; i <= 40; i++) {
      words.append("  - trigger phrase number ").append(i).append('\n');
    }
    text(
        skill.resolve("SKILL.md"),
        "---\nname: nested-notes\ndescription: Keeps notes in drawers.\ntriggers:\n"
            + words
            + """
            metadata:
              author: me
              drawers:
                top:
                  label: letters
                  colours: [red, blue]
                bottom:
                  label: bills
                  lock: true
            allowed-tools:
              - Read
              - Write
            summary: %s
            hooks:
              PreToolUse:
                - matcher: Bash
                  hooks:
                    - type: command
                      command: ./check.sh
            ---
            # Notes

            Put each note into its drawer.
            """
                .formatted("A long summary that goes on and on. ".repeat(40).strip()));
  }

  private static void broken(Path skill) throws IOException {
    text(
        skill.resolve("SKILL.md"),
        """
        ---
        name: broken-head
        description: Use when: the head is broken
        license: MIT
        tags: [one, two
        ---
        # Broken head

        The body is read all the same.
        """);
  }

  private static void unclosed(Path skill) throws IOException {
    text(
        skill.resolve("SKILL.md"),
        "---\nname: unclosed-head\ndescription: Never ends.\n\n# Unclosed\n\nWords.\n");
  }

  /** A skill of so many files. */
  static void many(Path skill, int files) throws IOException {
    text(
        skill.resolve("SKILL.md"),
        "---\nname: many-files\ndescription: Has many files.\n---\n# Many\n");
    for (int i = 0; i < files - 1; i++) {
      text(skill.resolve("data/part-" + i % 40 + "/row-" + i + ".csv"), "a,b\n" + i + ",1\n");
    }
  }

  private static void text(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
