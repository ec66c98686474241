using System.Data.Common;
using System.Diagnostics;
using System.Text;
using CsvHelper;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace ArtisansCorner.Bench;

/// <summary>What it costs only to read a file and only to load it.</summary>
public static class BareImport
{
    /// <summary>How long CsvHelper takes for every cell, and how long the engine takes for the rows as text in one table, in one transaction.</summary>
    public static async Task<(TimeSpan Read, TimeSpan Load)> RunAsync(string file, Dictionary<string, string> settings)
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

    // Those that an import writes, each after those that it refers to.
    private static readonly string[] Written =
    [
        "Shops", "Locations", "Channels", "Customers", "Makers", "Products", "ProductTags", "ProductChanges", "Variants", "Sales", "SaleLines", "Refunds", "RefundLines", "Fees", "ChannelRows", "AccountEntries", "Payouts",
        "Suppliers", "Purchases", "PurchaseLines", "Receipts", "StockMovements", "StockLevels", "Expenses", "ExpenseChanges", "DailySales", "DailyChannelSales", "DailyProductSales", "HourlySales", "CustomerDays",
    ];

    private const int RowsAtOnce = 4_000;

    /// <summary>
    /// How long SQLite takes to write, by itself and in transactions of as many, all rows that imports left in this database: the same tables and indexes,
    /// made anew, but for those that make tables of their own. What no import can go below.
    /// </summary>
    public static async Task<TimeSpan> RewriteAsync(string database, string copy)
    {
        await using var connection = new SqliteConnection($"Data Source={copy};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-2048; PRAGMA wal_autocheckpoint=8000; PRAGMA foreign_keys=ON; ATTACH $database AS made";
        command.Parameters.AddWithValue("$database", database);
        await command.ExecuteNonQueryAsync();
        command.Parameters.Clear();
        command.CommandText = "SELECT group_concat(sql, ';') FROM (SELECT sql FROM made.sqlite_master WHERE sql IS NOT NULL AND type IN ('table', 'index') AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%Anywhere%' ORDER BY type DESC)";
        command.CommandText = (string)(await command.ExecuteScalarAsync())!;
        await command.ExecuteNonQueryAsync();
        var clock = Stopwatch.StartNew();
        foreach (var table in Written)
        {
            command.CommandText = $"SELECT max(rowid) FROM made.{table}";
            var last = await command.ExecuteScalarAsync() as long? ?? 0;
            for (long from = 0; from < last; from += RowsAtOnce)
            {
                // Each is a transaction of its own.
                command.CommandText = $"INSERT INTO main.{table} SELECT * FROM made.{table} WHERE rowid > {from} AND rowid <= {from + RowsAtOnce}";
                await command.ExecuteNonQueryAsync();
            }
        }

        return clock.Elapsed;
    }

    private static async Task CopyAsync(string address, List<string[]> rows)
    {
        await using var connection = new NpgsqlConnection(address);
        await connection.OpenAsync();
        await using (var create = new NpgsqlCommand($"CREATE TABLE bare ({string.Join(", ", Enumerable.Range(0, rows[0].Length).Select(i => $"c{i} text"))})", connection)) await create.ExecuteNonQueryAsync();
        await using var writer = await connection.BeginBinaryImportAsync("COPY bare FROM STDIN (FORMAT BINARY)");
        foreach (var row in rows)
        {
            await writer.StartRowAsync();
            foreach (var cell in row) await writer.WriteAsync(cell);
        }

        await writer.CompleteAsync();
    }

    private static async Task InsertAsync(string address, List<string[]> rows)
    {
        await using var connection = new SqliteConnection(address);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        var columns = Enumerable.Range(0, rows[0].Length).ToList();
        command.CommandText = $"PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE bare ({string.Join(", ", columns.Select(i => $"c{i}"))})";
        await command.ExecuteNonQueryAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        command.Transaction = (SqliteTransaction)transaction;
        command.CommandText = $"INSERT INTO bare VALUES ({string.Join(", ", columns.Select(i => $"${i}"))})";
        DbParameter[] cells = [.. columns.Select(i => new SqliteParameter("$" + i, SqliteType.Text))];
        command.Parameters.AddRange(cells);
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++) cells[i].Value = row[i];
            command.ExecuteNonQuery();
        }

        await transaction.CommitAsync();
    }
}
