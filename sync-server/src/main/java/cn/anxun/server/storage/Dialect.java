package cn.anxun.server.storage;

import org.jdbi.v3.core.Jdbi;

/** What SQLite and PostgreSQL say differently; all other statements are the same for both. */
public enum Dialect {
  SQLITE("json_each(:texts)"),
  POSTGRES("json_array_elements_text(CAST(:texts AS json)) AS value");

  /**
   * The name of a list of texts, bound as a JSON array. In a statement {@code <texts>} stands for
   * the table whose column {@code value} holds them: one statement, however long the list.
   */
  public static final String TEXTS = "texts";

  private final String texts;

  Dialect(String texts) {
    this.texts = texts;
  }

  /** Statements of this one are written for this database. */
  void define(Jdbi jdbi) {
    jdbi.define(TEXTS, texts);
  }
}
