using System.Data.Common;
using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using ArtisansCorner.Tests.Harness;
using CsvHelper;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace ArtisansCorner.Bench;

/// <summary>The file of a real seller, and what it costs only to read it and only to load it.</summary>
public static class OnlineRetail
{
    private const string Name = "online_retail.csv";
    private const int Columns = 8;

    /// <summary>The file, unpacked; the packed one is looked for in SHARED_DIR and in ../shared.</summary>
    public static async Task<string> FileAsync()
    {
        var file = Path.Combine(Setting.Kept, Name);
        if (File.Exists(file)) return file;
        var shared = Environment.GetEnvironmentVariable("SHARED_DIR") is { Length: > 0 } told ? told : Path.Combine(Repo.Root, "..", "shared");
        await using var packed = new GZipStream(File.OpenRead(Path.Combine(shared, "data", Name + ".gz")), CompressionMode.Decompress);
        await using (var unpacked = File.Create(file + ".new")) await packed.CopyToAsync(unpacked);
        File.Move(file + ".new", file);
        return file;
    }

    /// <summary>How long CsvHelper takes for every cell, and how long the engine takes for the rows as text in one table, in one transaction.</summary>
    public static async Task<(TimeSpan Read, TimeSpan Load)> BareAsync(string file, Dictionary<string, string> settings)
    {
        var clock = Stopwatch.StartNew();
        await using var stream = File.OpenRead(file);
        using var reader = CsvReader.Create(stream, new CsvReaderOptions { Encoding = Encoding.UTF8 });
        var rows = new List<string[]>();
        while (reader.Read()) rows.Add(reader.Current.ToArray());
        var read = clock.Elapsed;
        clock.Restart();
        if (settings.TryGetValue("ConnectionStrings__Postgres", out var postgres)) await CopyAsync(postgres, rows);
        else await InsertAsync($"Data Source={settings["Data__Folder"]}/bare.db", rows);
        return (read, clock.Elapsed);
    }

    private static async Task CopyAsync(string address, List<string[]> rows)
    {
        await using var connection = new NpgsqlConnection(address);
        await connection.OpenAsync();
        await using (var create = new NpgsqlCommand("CREATE TABLE bare (a text, b text, c text, d text, e text, f text, g text, h text)", connection)) await create.ExecuteNonQueryAsync();
        await using var writer = await connection.BeginBinaryImportAsync("COPY bare FROM STDIN (FORMAT BINARY)");
        foreach (var row in rows)
        {
            await writer.StartRowAsync();
            for (var i = 0; i < Columns; i++) await writer.WriteAsync(row[i]);
        }

        await writer.CompleteAsync();
    }

    private static async Task InsertAsync(string address, List<string[]> rows)
    {
        await using var connection = new SqliteConnection(address);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE bare (a, b, c, d, e, f, g, h)";
        await command.ExecuteNonQueryAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        command.Transaction = (SqliteTransaction)transaction;
        command.CommandText = "INSERT INTO bare VALUES ($0, $1, $2, $3, $4, $5, $6, $7)";
        DbParameter[] cells = [.. Enumerable.Range(0, Columns).Select(i => new SqliteParameter("$" + i, SqliteType.Text))];
        command.Parameters.AddRange(cells);
        foreach (var row in rows)
        {
            for (var i = 0; i < Columns; i++) cells[i].Value = row[i];
            command.ExecuteNonQuery();
        }

        await transaction.CommitAsync();
    }
}
