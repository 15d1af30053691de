package cn.anxun.core.document;

import cn.anxun.core.document.DocumentProblem.Code;
import cn.anxun.core.json.Json;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One object of a document. What cannot be read is left out and noted; members it is not asked for
 * are ignored, so that a newer version's documents can be read.
 */
public final class DocumentReader {
  private final Json.@Nullable Members members;
  private final String path;
  private final List<DocumentProblem> problems;

  private DocumentReader(@Nullable Json json, String path, List<DocumentProblem> problems) {
    this.members = json instanceof Json.Members object ? object : null;
    this.path = path;
    this.problems = problems;
    if (members == null) {
      problems.add(DocumentProblem.of(Code.WRONG_TYPE, path, "{ }"));
    }
  }

  /** Reads the document; what is wrong is added to the problems. */
  public static DocumentReader of(@Nullable Json document, List<DocumentProblem> problems) {
    return new DocumentReader(document, "", problems);
  }

  /** Where it stands in the document, such as {@code items[3]}. */
  public String path() {
    return path;
  }

  /** Notes a problem with a member; "" for the object itself. */
  public void reject(Code code, String member, Object argument) {
    problems.add(DocumentProblem.of(code, at(member), argument));
  }

  /** The raw member, null where it is not there. */
  public @Nullable Json raw(String member) {
    Json value = members == null ? null : members.get(member);
    return value instanceof Json.Null ? null : value;
  }

  /** A text that must be there and not be blank. */
  public Optional<String> required(String member, int maxLength) {
    if (members != null && raw(member) == null) {
      reject(Code.MISSING, member, "");
    }
    Optional<String> text = text(member, maxLength);
    if (text.isPresent() && text.get().trim().isEmpty()) {
      reject(Code.MISSING, member, "");
      return Optional.empty();
    }
    return text;
  }

  /** A text that may be absent. */
  public Optional<String> text(String member, int maxLength) {
    return text(raw(member), at(member), maxLength);
  }

  private Optional<String> text(@Nullable Json value, String place, int maxLength) {
    if (value == null) {
      return Optional.empty();
    }
    if (!(value instanceof Json.Text text)) {
      problems.add(DocumentProblem.of(Code.WRONG_TYPE, place, "\"…\""));
      return Optional.empty();
    }
    if (text.value().length() > maxLength) {
      problems.add(DocumentProblem.of(Code.TOO_LONG, place, maxLength));
      return Optional.empty();
    }
    return Optional.of(text.value());
  }

  /** A flag, false where it is absent. */
  public boolean flag(String member) {
    Json value = raw(member);
    if (value != null && !(value instanceof Json.Flag)) {
      reject(Code.WRONG_TYPE, member, "true / false");
    }
    return value instanceof Json.Flag flag && flag.value();
  }

  /** A whole number between these, both included, that may be absent. */
  public Optional<Integer> integer(String member, int least, int most) {
    Json value = raw(member);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof Json.Num num
        && num.value().compareTo(BigDecimal.valueOf(least)) >= 0
        && num.value().compareTo(BigDecimal.valueOf(most)) <= 0
        && num.value().stripTrailingZeros().scale() <= 0) {
      return Optional.of(num.value().intValue());
    }
    reject(Code.WRONG_TYPE, member, least + "–" + most);
    return Optional.empty();
  }

  /** A day, written yyyy-MM-dd, that may be absent. */
  public Optional<LocalDate> date(String member) {
    Optional<String> text = text(member, 10);
    try {
      return text.map(LocalDate::parse);
    } catch (DateTimeParseException e) {
      reject(Code.WRONG_TYPE, member, "\"2026-01-31\"");
      return Optional.empty();
    }
  }

  /** The object of this name that must be there; one without members where it is not. */
  public DocumentReader object(String member) {
    return new DocumentReader(raw(member), at(member), problems);
  }

  /** The objects of a list that must be there; none where it is not. */
  public List<DocumentReader> objects(String member, int most) {
    List<DocumentReader> objects = new ArrayList<>();
    List<Json> items = items(member, most);
    for (int i = 0; i < items.size(); i++) {
      objects.add(new DocumentReader(items.get(i), at(member) + '[' + i + ']', problems));
    }
    return objects;
  }

  /** The texts of a list that must be there; none where it is not. */
  public List<String> texts(String member, int most, int maxLength) {
    List<String> texts = new ArrayList<>();
    List<Json> items = items(member, most);
    for (int i = 0; i < items.size(); i++) {
      text(items.get(i), at(member) + '[' + i + ']', maxLength).ifPresent(texts::add);
    }
    return texts;
  }

  private List<Json> items(String member, int most) {
    Json value = raw(member);
    if (!(value instanceof Json.Items items)) {
      if (members != null) {
        reject(value == null ? Code.MISSING : Code.WRONG_TYPE, member, "[ ]");
      }
      return List.of();
    }
    if (items.values().size() > most) {
      reject(Code.TOO_MANY, member, most);
      return items.values().subList(0, most);
    }
    return items.values();
  }

  private String at(String member) {
    return path.isEmpty() || member.isEmpty() ? path + member : path + '.' + member;
  }
}
