# Builds from a fresh clone: docker build -t chainrule . && docker run -p 127.0.0.1:8080:8080 -v chainrule:/data chainrule

FROM eclipse-temurin:25-jdk AS build
WORKDIR /source
COPY . .
RUN --mount=type=cache,target=/root/.m2 ./mvnw -q -B -DskipTests -Pimage package
RUN java -Djarmode=tools -jar target/chainrule.jar extract --layers --destination extracted

FROM eclipse-temurin:25-jre
# Pictures need fonts.
RUN apt-get update -qq \
 && apt-get install -y -qq --no-install-recommends fontconfig fonts-dejavu-core \
 && rm -rf /var/lib/apt/lists/*
RUN groupadd --gid 10001 chainrule \
 && useradd --uid 10001 --gid chainrule --home-dir /application chainrule \
 && mkdir -p /application /data \
 && chown chainrule:chainrule /application /data
WORKDIR /application
COPY --from=build --chown=chainrule:chainrule /source/extracted/dependencies/ ./
COPY --from=build --chown=chainrule:chainrule /source/extracted/spring-boot-loader/ ./
COPY --from=build --chown=chainrule:chainrule /source/extracted/snapshot-dependencies/ ./
COPY --from=build --chown=chainrule:chainrule /source/extracted/application/ ./
COPY --chown=chainrule:chainrule --chmod=755 src/main/docker/start src/main/docker/health ./
USER 10001:10001
# A start with a first job leaves the cache with which later ones take half the time.
RUN --mount=type=bind,source=src/main/docker/train,target=/tmp/train bash /tmp/train
# Inside the container every address is its own. The first start makes an API key and prints it once.
ENV CHAINRULE_DATA_DIRECTORY=/data \
    SERVER_ADDRESS=0.0.0.0 \
    CHAINRULE_SECURITY_GENERATE_KEY=true
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s CMD ["./health"]
ENTRYPOINT ["./start"]
