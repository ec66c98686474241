using Npgsql;
using NpgsqlTypes;

namespace ArtisansCorner.Platform.Database;

/// <summary>The cells of a COPY into PostgreSQL; they go into the connection's buffer, which is sent whenever it is full.</summary>
internal sealed class PostgresCells(NpgsqlBinaryImporter writer, IReadOnlyList<string> storeTypes)
{
    private readonly NpgsqlDbType[] types = [.. storeTypes.Select(TypeOf)];

    /// <summary>Writes nothing into a cell.</summary>
    public void WriteNull(int at) => writer.WriteNull();

    /// <summary>Writes a cell.</summary>
    public void Write<T>(int at, T value) => writer.Write(value, types[at]);

    // A type by its name would be looked up for every cell.
    private static NpgsqlDbType TypeOf(string storeType) => storeType.Split('(')[0] switch
    {
        "uuid" => NpgsqlDbType.Uuid,
        "bigint" => NpgsqlDbType.Bigint,
        "integer" => NpgsqlDbType.Integer,
        "smallint" => NpgsqlDbType.Smallint,
        "boolean" => NpgsqlDbType.Boolean,
        "double precision" => NpgsqlDbType.Double,
        "character varying" => NpgsqlDbType.Varchar,
        "text" => NpgsqlDbType.Text,
        "bytea" => NpgsqlDbType.Bytea,
        "date" => NpgsqlDbType.Date,
        "timestamp with time zone" => NpgsqlDbType.TimestampTz,
        _ => throw new NotSupportedException($"A {storeType} cannot be inserted in bulk yet."),
    };
}
