/// Does to the service what users' machines will do to it, and checks what it has promised: a driver that starts it as
/// a process, kills it and writes down what it was told, and a checker that compares this record, the database and runs
/// that nobody interrupted.
@NullMarked
package io.chainrule.faults;

import org.jspecify.annotations.NullMarked;
