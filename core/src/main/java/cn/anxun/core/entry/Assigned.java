package cn.anxun.core.entry;

import java.time.LocalDate;

/** 交办: a task given to a unit, the first of 一单四制. */
public record Assigned(Header header, Fields fields) implements Entry {
  public static final Field<String> TO_UNIT = Field.code("to_unit").asRequired();
  public static final Field<String> TASK = Field.text("task", 400);
  public static final Field<LocalDate> DUE = Field.date("due");
  public static final Field<String> DOCUMENT_NO = Field.text("document_no", 60);
  public static final Field<String> TO_PERSON = Field.text("to_person", 40).asPersonal();

  public static final Kind KIND =
      Kind.step("Assigned", Kind.ANY, Assigned::new, TO_UNIT, TASK, DUE, DOCUMENT_NO, TO_PERSON);

  @Override
  public Kind kind() {
    return KIND;
  }
}
