package cn.anxun.core.json;

import org.jspecify.annotations.Nullable;

/** The text is not the JSON it should be; the message says where. */
public final class JsonSyntaxException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  public JsonSyntaxException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
