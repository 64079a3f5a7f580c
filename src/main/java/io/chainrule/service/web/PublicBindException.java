package io.chainrule.service.web;

/// The service was told to listen to other machines without being told that anybody may use it.
final class PublicBindException extends RuntimeException {

    private static final long serialVersionUID = 1;

    PublicBindException(String address) {
        super("The service would listen on " + address + ", where anybody could use it without a key");
    }
}
