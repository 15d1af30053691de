package cn.anxun.server.storage;

import cn.anxun.server.text.ServerTexts;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a PostgreSQL database is and who uses it: {@code postgresql://USER@HOST:PORT/DATABASE},
 * with what the driver understands after a question mark, such as {@code sslmode=verify-full}.
 * Several hosts, with commas, are tried for the one that takes writes. It never holds a password.
 *
 * @param url as the driver takes it
 * @param text as it was given
 */
public record PostgresAddress(String user, String hosts, String database, String url, String text) {
  private static final Pattern FORM =
      Pattern.compile(
          "postgres(?:ql)?://(?<user>[^:@/?]+)@(?<hosts>[^@/?]+)/(?<database>[^/?]+)"
              + "(?:\\?(?<settings>.*))?");

  /**
   * Reads an address.
   *
   * @throws IllegalArgumentException where it is none, or has a password; the message says so
   */
  public static PostgresAddress parse(String text) {
    Matcher address = FORM.matcher(text);
    if (!address.matches() || text.contains("password=")) {
      throw new IllegalArgumentException(ServerTexts.both("postgres.address"));
    }
    String settings = address.group("settings");
    String hosts = address.group("hosts");
    String database = address.group("database");
    return new PostgresAddress(
        address.group("user"),
        hosts,
        database,
        "jdbc:postgresql://" + hosts + '/' + database + (settings == null ? "" : '?' + settings),
        text);
  }

  /** As it stands in messages. */
  @Override
  public String toString() {
    return user + '@' + hosts + '/' + database;
  }
}
