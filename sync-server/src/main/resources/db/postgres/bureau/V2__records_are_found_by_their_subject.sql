-- Nobody looks a record up in any other way, and each push kept these indexes in order.
DROP INDEX record_of_type;
DROP INDEX record_of_site;
DROP INDEX record_of_number;
