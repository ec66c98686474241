using System.Collections.Concurrent;
using Npgsql;
using NpgsqlTypes;

namespace ArtisansCorner.Platform.Database;

/// <summary>The cells of a COPY into PostgreSQL; they go into the connection's buffer, which is sent whenever it is full.</summary>
internal sealed class PostgresCells(NpgsqlBinaryImporter writer, IReadOnlyList<string> storeTypes) : ICells
{
    private readonly NpgsqlDbType[] types = [.. storeTypes.Select(PostgresType.Of)];

    /// <inheritdoc />
    public static char Mark => '$';

    /// <inheritdoc />
    public static bool Takes(Type type) => false;

    /// <inheritdoc />
    public void WriteNull(int at) => writer.WriteNull();

    /// <summary>Writes a cell.</summary>
    public void Write<T>(int at, T value) => writer.Write(value, types[at]);
}

/// <summary>The cells of one statement of a batch, as its parameters.</summary>
internal sealed class PostgresParameters(NpgsqlParameterCollection parameters, IReadOnlyList<string> storeTypes) : ICells
{
    /// <inheritdoc />
    public static char Mark => '$';

    /// <inheritdoc />
    public static bool Takes(Type type) => false;

    /// <inheritdoc />
    public void WriteNull(int at) => parameters.Add(new NpgsqlParameter { Value = DBNull.Value, NpgsqlDbType = PostgresType.Of(storeTypes[at]) });

    /// <summary>Writes a cell.</summary>
    public void Write<T>(int at, T value) => parameters.Add(new NpgsqlParameter<T> { TypedValue = value, NpgsqlDbType = PostgresType.Of(storeTypes[at]) });
}

/// <summary>PostgreSQL's types as its driver knows them.</summary>
internal static class PostgresType
{
    private static readonly ConcurrentDictionary<string, NpgsqlDbType> Known = new();

    /// <summary>The type of a column, by what the model calls it: a type by its name would be looked up for every cell.</summary>
    public static NpgsqlDbType Of(string storeType) => Known.GetOrAdd(storeType, Find);

    private static NpgsqlDbType Find(string storeType) => storeType.Split('(')[0] switch
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
