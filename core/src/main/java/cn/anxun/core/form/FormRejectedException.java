package cn.anxun.core.form;

/**
 * JSON that is not a form, or not one of its documents; says which member and what to do, in
 * Chinese.
 */
public final class FormRejectedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String path;

  public FormRejectedException(String path, String message) {
    super(message);
    this.path = path;
  }

  /** The member that is wrong, such as {@code rows[3].weight}. */
  public String path() {
    return path;
  }
}
