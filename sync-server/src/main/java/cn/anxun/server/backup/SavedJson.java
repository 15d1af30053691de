package cn.anxun.server.backup;

import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.server.disk.DurableFile;
import cn.anxun.server.disk.Folders;
import cn.anxun.server.storage.DataDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What is saved beside the databases. Of what is read, {@link IllegalArgumentException} names the
 * member that is not right.
 */
final class SavedJson {
  private SavedJson() {}

  /** Saves a file of the data directory, whole or not at all, as its owner's. */
  static void write(DataDirectory data, String file, Json json) throws IOException {
    Path path = data.root().resolve(file);
    DurableFile.write(path, JsonText.bytes(json));
    Folders.giveTo(path, data.root());
  }

  static Json.Members members(Json json) {
    if (json instanceof Json.Members members) {
      return members;
    }
    throw new IllegalArgumentException("not an object");
  }

  static List<Json> items(Json.Members json, String name) {
    if (json.get(name) instanceof Json.Items items) {
      return items.values();
    }
    throw new IllegalArgumentException(name);
  }

  static String text(Json.Members json, String name) {
    if (json.get(name) instanceof Json.Text text) {
      return text.value();
    }
    throw new IllegalArgumentException(name);
  }

  static String matching(Json.Members json, String name, Pattern form) {
    String text = text(json, name);
    if (!form.matcher(text).matches()) {
      throw new IllegalArgumentException(name + ": " + text);
    }
    return text;
  }

  static long number(Json.Members json, String name) {
    if (json.get(name) instanceof Json.Num num) {
      try {
        return num.value().longValueExact();
      } catch (ArithmeticException e) {
        throw new IllegalArgumentException(name, e);
      }
    }
    throw new IllegalArgumentException(name);
  }
}
