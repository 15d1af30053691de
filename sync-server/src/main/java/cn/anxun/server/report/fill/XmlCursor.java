package cn.anxun.server.report.fill;

import org.jspecify.annotations.Nullable;

/**
 * Walks over well-formed XML from token to token and says where each stands, so that a text can be
 * edited without touching a character around it. Give it only text that {@link OfficeFile#xml} has
 * checked.
 */
final class XmlCursor {

  /** What stands at a place. */
  enum Token {
    START,
    END,
    TEXT,
    CDATA,
    /** A comment, a processing instruction or the declaration. */
    OTHER
  }

  private static final String CDATA_OPEN = "<![CDATA[";
  private static final String CDATA_CLOSE = "]]>";

  private final String xml;
  private final int end;
  private int from;
  private int until;
  private Token token = Token.OTHER;
  private String name = "";
  private boolean selfClosing;

  XmlCursor(String xml) {
    this(xml, 0, xml.length());
  }

  /** Walks over a part of the text only, which must be well-formed content. */
  XmlCursor(String xml, int from, int until) {
    this.xml = xml;
    this.from = from;
    this.until = from;
    this.end = until;
  }

  /** Moves to the next token; false at the end. */
  boolean next() {
    from = until;
    if (from >= end) {
      return false;
    }
    if (xml.charAt(from) != '<') {
      token = Token.TEXT;
      until = indexOf("<", from, 0);
    } else if (xml.startsWith(CDATA_OPEN, from)) {
      token = Token.CDATA;
      until = indexOf(CDATA_CLOSE, from, CDATA_CLOSE.length());
    } else if (xml.startsWith("<!--", from)) {
      token = Token.OTHER;
      until = indexOf("-->", from + 4, 3);
    } else if (xml.charAt(from + 1) == '?' || xml.charAt(from + 1) == '!') {
      token = Token.OTHER;
      until = xml.charAt(from + 1) == '?' ? indexOf("?>", from, 2) : indexOf(">", from, 1);
    } else {
      tag();
    }
    return true;
  }

  private void tag() {
    boolean closing = xml.charAt(from + 1) == '/';
    int nameFrom = from + (closing ? 2 : 1);
    int at = nameFrom;
    while (!isNameEnd(xml.charAt(at))) {
      at++;
    }
    name = xml.substring(nameFrom, at);
    while (xml.charAt(at) != '>') {
      char here = xml.charAt(at);
      at = here == '"' || here == '\'' ? xml.indexOf(here, at + 1) + 1 : at + 1;
    }
    selfClosing = xml.charAt(at - 1) == '/';
    token = closing ? Token.END : Token.START;
    until = at + 1;
  }

  private int indexOf(String mark, int start, int length) {
    int at = xml.indexOf(mark, start);
    return at < 0 || at + length > end ? end : at + length;
  }

  private static boolean isNameEnd(char c) {
    return c == '>' || c == '/' || c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }

  Token token() {
    return token;
  }

  /** Where the token starts. */
  int from() {
    return from;
  }

  /** Just after the token. */
  int until() {
    return until;
  }

  boolean isStart(String qualifiedName) {
    return token == Token.START && name.equals(qualifiedName);
  }

  boolean isEnd(String qualifiedName) {
    return token == Token.END && name.equals(qualifiedName);
  }

  /** The tag's name with its prefix. */
  String name() {
    return name;
  }

  /** The tag's name without its prefix. */
  String localName() {
    return name.substring(name.indexOf(':') + 1);
  }

  boolean isSelfClosing() {
    return selfClosing;
  }

  /** The decoded value of the start tag's attribute, or null. */
  @Nullable String attribute(String qualifiedName) {
    int[] span = attributeSpan(qualifiedName);
    return span == null ? null : XmlText.decode(xml.substring(span[1], span[2]));
  }

  /** Where the attribute starts, where its value starts and ends; or null. */
  int @Nullable [] attributeSpan(String qualifiedName) {
    int at = from + 1 + name.length();
    while (at < until) {
      while (at < until && (isNameEnd(xml.charAt(at)) && xml.charAt(at) != '>')) {
        at++;
      }
      if (xml.charAt(at) == '>') {
        return null;
      }
      int start = at;
      int equals = xml.indexOf('=', at);
      int quote = equals + 1;
      while (xml.charAt(quote) != '"' && xml.charAt(quote) != '\'') {
        quote++;
      }
      int close = xml.indexOf(xml.charAt(quote), quote + 1);
      if (xml.substring(start, equals).strip().equals(qualifiedName)) {
        return new int[] {start, quote + 1, close};
      }
      at = close + 1;
    }
    return null;
  }

  /** The decoded text of a TEXT or CDATA token. */
  String text() {
    return token == Token.CDATA
        ? xml.substring(from + CDATA_OPEN.length(), until - CDATA_CLOSE.length())
        : XmlText.decode(xml.substring(from, until));
  }

  /** Moves on until just after the end of the element whose start tag this is. */
  void skipElement() {
    if (selfClosing) {
      return;
    }
    int depth = 1;
    while (depth > 0 && next()) {
      if (token == Token.START && !selfClosing) {
        depth++;
      } else if (token == Token.END) {
        depth--;
      }
    }
  }
}
