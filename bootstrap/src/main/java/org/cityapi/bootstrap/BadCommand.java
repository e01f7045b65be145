package org.cityapi.bootstrap;

/** Arguments that are none of the program's; the message tells which there are. */
final class BadCommand extends RuntimeException {

    private static final long serialVersionUID = 1;

    BadCommand(String reason) {
        super(reason + """

                Usage: java -jar city-api.jar
                  starts the register, with the settings of the environment and of .env
                Usage: java -jar city-api.jar migrate --from DATABASE --to DATABASE
                  moves a register, from sqlite:data/cities.db to postgres://user:password@host:5432/cities
                  or back; no register may run on either""");
    }
}
