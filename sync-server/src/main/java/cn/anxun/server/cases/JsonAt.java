package cn.anxun.server.cases;

import cn.anxun.core.json.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value in a case file and where it stands, so that an error can say so.
 *
 * @param path such as {@code records[3].count}
 * @param value null where the file has none
 */
record JsonAt(String path, @Nullable Json value) {

  boolean isAbsent() {
    return value == null || value instanceof Json.Null;
  }

  /** The member of this name, absent or not. */
  JsonAt member(String name) throws CaseFileException {
    return new JsonAt(path.isEmpty() ? name : path + '.' + name, members().get(name));
  }

  Map<String, Json> members() throws CaseFileException {
    if (value instanceof Json.Members members) {
      return members.values();
    }
    throw wrong("object");
  }

  /** The items of an array; none where it is absent. */
  List<JsonAt> items() throws CaseFileException {
    List<JsonAt> items = new ArrayList<>();
    if (isAbsent()) {
      return items;
    }
    if (!(value instanceof Json.Items array)) {
      throw wrong("array");
    }
    for (Json item : array.values()) {
      items.add(new JsonAt(path + '[' + items.size() + ']', item));
    }
    return items;
  }

  /** A text of 1 to this many characters. */
  String text(int maxLength) throws CaseFileException {
    if (!(value instanceof Json.Text text) || text.value().isBlank()) {
      throw wrong("text");
    }
    if (text.value().length() > maxLength) {
      throw new CaseFileException(path, "too-long", maxLength);
    }
    return text.value();
  }

  /** A whole number within these bounds. */
  int integer(int least, int most) throws CaseFileException {
    if (value instanceof Json.Num number
        && number.value().stripTrailingZeros().scale() <= 0
        && number.value().compareTo(BigDecimal.valueOf(least)) >= 0
        && number.value().compareTo(BigDecimal.valueOf(most)) <= 0) {
      return number.value().intValueExact();
    }
    throw new CaseFileException(path, "integer", least, most);
  }

  private CaseFileException wrong(String wanted) {
    return new CaseFileException(path, isAbsent() ? "missing." + wanted : wanted);
  }
}
