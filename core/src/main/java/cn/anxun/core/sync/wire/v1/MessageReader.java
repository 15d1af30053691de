package cn.anxun.core.sync.wire.v1;

import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonSyntaxException;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.sync.wire.v1.MalformedMessageException.Fault;
import cn.anxun.core.text.Instants;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes the members of one message object by name and type; members it is not asked for are
 * ignored.
 */
final class MessageReader {
  private static final BigDecimal MAX_LONG = BigDecimal.valueOf(Long.MAX_VALUE);

  private final Json.Members members;
  private final String path;

  private MessageReader(Json.Members members, String path) {
    this.members = members;
    this.path = path;
  }

  static MessageReader of(byte[] utf8) throws MalformedMessageException {
    try {
      return of(JsonText.read(utf8), "");
    } catch (JsonSyntaxException e) {
      throw new MalformedMessageException(Fault.NOT_JSON, "", e);
    }
  }

  static MessageReader of(Json json, String path) throws MalformedMessageException {
    if (!(json instanceof Json.Members members)) {
      throw new MalformedMessageException(
          path.isEmpty() ? Fault.NOT_JSON : Fault.WRONG_TYPE, path, null);
    }
    return new MessageReader(members, path);
  }

  @Nullable Json raw(String name) {
    Json value = members.get(name);
    return value instanceof Json.Null ? null : value;
  }

  boolean has(String name) {
    return raw(name) != null;
  }

  boolean is(String name) {
    return Json.TRUE.equals(members.get(name));
  }

  MessageReader object(String name) throws MalformedMessageException {
    return of(get(name), path(name));
  }

  List<Json> items(String name) throws MalformedMessageException {
    if (!(get(name) instanceof Json.Items items)) {
      throw new MalformedMessageException(Fault.WRONG_TYPE, path(name), null);
    }
    return items.values();
  }

  String text(String name) throws MalformedMessageException {
    if (!(get(name) instanceof Json.Text text)) {
      throw new MalformedMessageException(Fault.WRONG_TYPE, path(name), null);
    }
    return text.value();
  }

  /** The text, or "" where there is none. */
  String textOrEmpty(String name) throws MalformedMessageException {
    return has(name) ? text(name) : "";
  }

  /** A whole number from 0. */
  long whole(String name) throws MalformedMessageException {
    if (!(get(name) instanceof Json.Num num)
        || num.value().signum() < 0
        || num.value().compareTo(MAX_LONG) > 0
        || num.value().stripTrailingZeros().scale() > 0) {
      throw new MalformedMessageException(Fault.WRONG_TYPE, path(name), null);
    }
    return num.value().longValueExact();
  }

  Instant instant(String name) throws MalformedMessageException {
    return Instants.find(text(name)).orElseThrow(() -> wrong(name));
  }

  MalformedMessageException wrong(String name) {
    return new MalformedMessageException(Fault.WRONG_TYPE, path(name), null);
  }

  private Json get(String name) throws MalformedMessageException {
    Json value = raw(name);
    if (value == null) {
      throw new MalformedMessageException(Fault.MISSING, path(name), null);
    }
    return value;
  }

  private String path(String name) {
    return path.isEmpty() ? name : path + '.' + name;
  }
}
