package app.satchel.cli;

import app.satchel.display.Scale;
import app.satchel.words.Words;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How the window is drawn at this start; of the commands that open one. */
final class DrawingOptions {
  @Option(names = "--software-rendering", descriptionKey = "option.software-rendering")
  boolean software;

  @Option(
      names = "--scale",
      paramLabel = "FACTOR",
      converter = ScaleReader.class,
      descriptionKey = "option.scale")
  Scale scale;

  /** Reads a scale, or says what one is. */
  static final class ScaleReader implements ITypeConverter<Scale> {
    @Override
    public Scale convert(String value) {
      return Scale.parse(value)
          .orElseThrow(
              () -> new TypeConversionException(Words.of(Cli.class).text("usage.scale", value)));
    }
  }

  @Option(names = "--timing", descriptionKey = "option.timing")
  boolean timing;
}
