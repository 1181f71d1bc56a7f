package app.satchel.http;

import app.satchel.task.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.BufferedSink;
import okio.ForwardingSink;
import okio.Okio;

/**
 * A form on its way to the server, one time: OkHttp itself would send a body again when a
 * connection breaks or a server answers 503, unless the body says that it may not.
 */
final class FormBody extends RequestBody {
  private static final MediaType FILE = MediaType.get("application/octet-stream");
  private static final int CHUNK = 16 << 10;

  private final MultipartBody form;
  private final Progress progress;
  private volatile boolean begun;

  FormBody(List<FormPart> parts, Progress progress) {
    MultipartBody.Builder builder = new MultipartBody.Builder().setType(MultipartBody.FORM);
    for (FormPart part : parts) {
      builder.addFormDataPart(part.name(), part.fileName(), new Content(part));
    }
    this.form = builder.build();
    this.progress = progress;
  }

  /** Whether any of it may have left. */
  boolean begun() {
    return begun;
  }

  @Override
  public MediaType contentType() {
    return form.contentType();
  }

  @Override
  public long contentLength() throws IOException {
    return form.contentLength();
  }

  @Override
  public boolean isOneShot() {
    return true;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    begun = true;
    long total = contentLength();
    progress.at(0, total);
    BufferedSink counted =
        Okio.buffer(
            new ForwardingSink(sink) {
              private long done;

              @Override
              public void write(Buffer source, long count) throws IOException {
                super.write(source, count);
                done += count;
                progress.at(done, total);
              }
            });
    form.writeTo(counted);
    counted.flush();
  }

  /** The content of one part, exactly as long as it said. */
  private static final class Content extends RequestBody {
    private final FormPart part;

    Content(FormPart part) {
      this.part = part;
    }

    @Override
    public MediaType contentType() {
      return part.fileName() == null ? null : FILE;
    }

    @Override
    public long contentLength() {
      return part.bytes();
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      long left = part.bytes();
      try (InputStream in = open()) {
        byte[] buffer = new byte[CHUNK];
        for (int n = read(in, buffer); n >= 0; n = read(in, buffer)) {
          left -= n;
          if (left < 0) {
            throw new NotReadable(part, "longer than " + part.bytes() + " bytes", null);
          }
          sink.write(buffer, 0, n);
        }
      }
      if (left > 0) {
        throw new NotReadable(part, "shorter than " + part.bytes() + " bytes", null);
      }
    }

    private InputStream open() throws NotReadable {
      try {
        return part.source().open();
      } catch (IOException e) {
        throw new NotReadable(part, e.toString(), e);
      }
    }

    private int read(InputStream in, byte[] buffer) throws NotReadable {
      try {
        return in.read(buffer);
      } catch (IOException e) {
        throw new NotReadable(part, e.toString(), e);
      }
    }
  }

  /** A file that cannot be read, or is no longer what it was: the trouble is here, not there. */
  static final class NotReadable extends IOException {
    private static final long serialVersionUID = 1L;

    private final String name;

    NotReadable(FormPart part, String why, Throwable cause) {
      super(why, cause);
      this.name = part.fileName() == null ? part.name() : part.fileName();
    }

    /** Which part. */
    String name() {
      return name;
    }
  }
}
