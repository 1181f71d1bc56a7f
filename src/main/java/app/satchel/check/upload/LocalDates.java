package app.satchel.check.upload;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;

/** Reads ISO dates; one class instead of a library for one type. */
final class LocalDates extends SimpleModule {
  private static final long serialVersionUID = 1L;

  LocalDates() {
    addDeserializer(LocalDate.class, new Reader());
  }

  private static final class Reader extends StdDeserializer<LocalDate> {
    private static final long serialVersionUID = 1L;

    Reader() {
      super(LocalDate.class);
    }

    @Override
    public LocalDate deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      String text = parser.getText();
      try {
        return LocalDate.parse(text);
      } catch (DateTimeException e) {
        throw context.weirdStringException(text, LocalDate.class, "not a date: " + e.getMessage());
      }
    }
  }
}
