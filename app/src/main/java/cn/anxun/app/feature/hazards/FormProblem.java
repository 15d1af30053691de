package cn.anxun.app.feature.hazards;

import java.time.LocalDate;

/** What is wrong with a field of a form. */
sealed interface FormProblem {

  /** It must be filled in. */
  record Missing() implements FormProblem {}

  /** No number of 0 or more. */
  record NotANumber() implements FormProblem {}

  /** More characters than the field takes. */
  record TooLong() implements FormProblem {}

  /** An extension to a day that is not after the deadline that holds. */
  record NotLater(LocalDate deadline) implements FormProblem {}

  /** No hazard has this number. */
  record NoSuchNumber(String number) implements FormProblem {}

  /** A correction that changes nothing. */
  record Unchanged() implements FormProblem {}
}
