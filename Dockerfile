# One image for every part of a cluster: the seed, the area nodes and the health probe are commands of one program.
#
#   docker build -t palactors:0.1.0 .
#   docker run --rm -v palactors:/data palactors:0.1.0 run yin-yang
#
# It is for x64, with or without AVX2. For clusters see docker-compose.yml, k8s/ and docs/operations.md.

# The two base images can come from another place, for instance a mirror:
#   docker build --build-arg SDK_IMAGE=... --build-arg RUNTIME_IMAGE=...
ARG SDK_IMAGE=mcr.microsoft.com/dotnet/sdk:10.0
ARG RUNTIME_IMAGE=mcr.microsoft.com/dotnet/aspnet:10.0

FROM ${SDK_IMAGE} AS build
WORKDIR /source

# Files that decide the packages come first, so that a change of code restores nothing. Only the program's own projects
# are restored: the solution names tests and benchmarks too.
COPY global.json Directory.Build.props Directory.Build.targets Directory.Packages.props ./
COPY Messages/PalActors.Messages.csproj Messages/
COPY Areas/Contract/PalActors.Areas.Contract.csproj Areas/Contract/
COPY Areas/Toolkit/PalActors.Areas.Toolkit.csproj Areas/Toolkit/
COPY Areas/Models/PalActors.Areas.Models.csproj Areas/Models/
COPY Areas/Actors/PalActors.Areas.Actors.csproj Areas/Actors/
COPY Cluster/PalActors.Clustering.csproj Cluster/
COPY Seed/Lab/PalActors.Lab.csproj Seed/Lab/
COPY Seed/Cli/PalActors.Cli.csproj Seed/Cli/
COPY Seed/Web/PalActors.Web.csproj Seed/Web/
COPY Seed/PalActors.Seed.csproj Seed/
# Restore for one platform: the drawing library has half a gigabyte of native files for all the others. The program's
# start is compiled ahead, so that a container needs a second less.
RUN dotnet restore Seed -r linux-x64 -p:PublishReadyToRun=true

COPY experiments/ experiments/
COPY Messages/ Messages/
COPY Areas/ Areas/
COPY Cluster/ Cluster/
COPY Seed/ Seed/
# The commit, for `palactors --version` and results. Where there is no .git, only global.json comes here, which does no
# harm.
COPY global.json .git* .git/
# Debug symbols stay in this stage, but are made: assemblies refer to theirs, and an image is to be the same build as a
# clone.
RUN dotnet publish Seed -c Release -r linux-x64 --no-self-contained --no-restore -p:UseAppHost=false \
    -p:PublishReadyToRun=true -p:CopyOutputSymbolsToPublishDirectory=false -o /publish

FROM ${RUNTIME_IMAGE}
COPY --from=build /publish/ /app/

# Run as the user that the base image provides for programs. Results go to /data: a new named volume mounted there takes
# over its owner, so nothing needs root later either.
RUN mkdir /data && chown "$APP_UID:$APP_UID" /data
WORKDIR /data
USER $APP_UID

ENTRYPOINT ["dotnet", "/app/palactors.dll"]
