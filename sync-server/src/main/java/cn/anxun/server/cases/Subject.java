package cn.anxun.server.cases;

/**
 * What a step is about, before it has an id.
 *
 * @param number of the record within the run; -1 for a document
 * @param document the document's name; "" for a record
 */
public record Subject(int number, String document) {

  /** The record of this number. */
  public static Subject record(int number) {
    return new Subject(number, "");
  }

  /** One of the office's documents. */
  public static Subject document(String name) {
    return new Subject(-1, name);
  }

  public boolean isDocument() {
    return !document.isEmpty();
  }
}
