using Npgsql;

namespace ArtisansCorner.Platform.Database;

/// <summary>The cells of a COPY into PostgreSQL; they go into the connection's buffer, which is sent whenever it is full.</summary>
internal sealed class PostgresCells(NpgsqlBinaryImporter writer, IReadOnlyList<string> storeTypes)
{
    private readonly string[] types = [.. storeTypes.Select(WithoutLength)];

    /// <summary>Writes nothing into a cell.</summary>
    public void WriteNull(int at) => writer.WriteNull();

    /// <summary>Writes a cell.</summary>
    public void Write<T>(int at, T value) => writer.Write(value, types[at]);

    /// <summary>COPY knows “character varying”, not “character varying(40)”.</summary>
    private static string WithoutLength(string storeType) => storeType.IndexOf('(', StringComparison.Ordinal) is var at and > 0 ? storeType[..at] : storeType;
}
