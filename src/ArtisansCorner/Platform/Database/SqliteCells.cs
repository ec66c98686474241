using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ArtisansCorner.Platform.Database;

/// <summary>
/// One prepared statement that is run for row after row. Cells are bound by place straight in SQLite:
/// a command's parameters are looked up by name and boxed for each row, which took most of an import's time.
/// </summary>
internal sealed class SqliteCells : ICells, IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;
    private readonly nint cells;
    private readonly bool[] isNothing;
    private byte[] text = new byte[256];

    /// <inheritdoc />
    public static char Mark => '?';

    public SqliteCells(SqliteConnection connection, string sql)
    {
        database = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(database, sql, out statement));
        cells = statement.DangerousGetHandle();
        isNothing = new bool[raw.sqlite3_bind_parameter_count(statement)];
        Array.Fill(isNothing, true);
    }

    /// <inheritdoc />
    public static bool Takes(Type type) => type == typeof(Guid);

    /// <inheritdoc />
    public void WriteNull(int at)
    {
        // What was bound stays so from row to row, and at first nothing is.
        if (isNothing[at]) return;
        isNothing[at] = true;
        Check(SqliteNative.BindNull(cells, at + 1));
    }

    /// <summary>Writes a cell as Microsoft.Data.Sqlite would; the casts of values cost nothing once compiled.</summary>
    public void Write<T>(int at, T value)
    {
        isNothing[at] = false;
        if (typeof(T) == typeof(long)) Check(SqliteNative.BindInteger(cells, at + 1, (long)(object)value!));
        else if (typeof(T) == typeof(int)) Check(SqliteNative.BindInteger(cells, at + 1, (int)(object)value!));
        else if (typeof(T) == typeof(byte)) Check(SqliteNative.BindInteger(cells, at + 1, (byte)(object)value!));
        else if (typeof(T) == typeof(bool)) Check(SqliteNative.BindInteger(cells, at + 1, (bool)(object)value! ? 1 : 0));
        else if (typeof(T) == typeof(double)) Check(SqliteNative.BindReal(cells, at + 1, (double)(object)value!));
        else if (typeof(T) == typeof(Guid)) WriteId(at, (Guid)(object)value!);
        else if (typeof(T) == typeof(byte[])) WriteBytes(at, (byte[])(object)value!);
        else if (typeof(T) == typeof(string)) WriteText(at, (string)(object)value!);
        else if (typeof(T) == typeof(DateOnly)) WriteDay(at, (DateOnly)(object)value!);
        else throw new NotSupportedException($"A {typeof(T).Name} cannot be inserted in bulk yet.");
    }

    /// <summary>Writes the row and makes ready for the next; tells how many rows of the table that was.</summary>
    public int EndRow()
    {
        var done = raw.sqlite3_step(statement);
        if (done != raw.SQLITE_DONE) SqliteException.ThrowExceptionForRC(done, database);
        Check(SqliteNative.Reset(cells));
        return raw.sqlite3_changes(database);
    }

    /// <inheritdoc />
    public void Dispose() => statement.Dispose();

    // The sixteen bytes that SqliteDb keeps an id in.
    private void WriteId(int at, Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        Check(SqliteNative.BindBlob(cells, at + 1, bytes));
    }

    // No bytes are something else than nothing.
    private void WriteBytes(int at, byte[] value)
    {
        if (value.Length == 0) Check(raw.sqlite3_bind_zeroblob(statement, at + 1, 0));
        else Check(SqliteNative.BindBlob(cells, at + 1, value));
    }

    private void WriteText(int at, string value)
    {
        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        if (text.Length < most) text = new byte[most];
        Check(SqliteNative.BindText(cells, at + 1, text.AsSpan(0, Encoding.UTF8.GetBytes(value, text))));
    }

    private void WriteDay(int at, DateOnly day)
    {
        day.TryFormat(text, out var length, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        Check(SqliteNative.BindText(cells, at + 1, text.AsSpan(0, length)));
    }

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK) SqliteException.ThrowExceptionForRC(result, database);
    }
}
