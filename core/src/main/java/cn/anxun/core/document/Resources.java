package cn.anxun.core.document;

import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The documents that ship with the program. */
public final class Resources {
  private Resources() {}

  /**
   * The JSON of this name among the class path's resources.
   *
   * @param name whole, such as {@code /cn/anxun/core/indicator/catalogue.json}: what lies beside a
   *     class is not found once R8 has moved the class
   * @throws IllegalStateException where the build lacks it
   */
  public static Json json(String name) {
    try (InputStream in = Resources.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + name + " is missing from the build");
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      byte[] buffer = new byte[8192];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        bytes.write(buffer, 0, read);
      }
      return JsonText.read(bytes.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
