using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ArtisansCorner.Platform.Database;

/// <summary>
/// One prepared statement that is run for row after row, or for some rows at a time. Cells are bound by place straight in SQLite:
/// a command's parameters are looked up by name and boxed for each row, which took most of an import's time.
/// What is bound stays so, and half the cells of many sales say the same again and again: they are bound once.
/// </summary>
internal sealed class SqliteCells : ICells, IDisposable
{
    private const int SlotBytes = 16;
    private const int RoomBytes = 64 * 1024;
    private const string DayFormat = "yyyy-MM-dd";

    private static readonly ConcurrentBag<byte[]> Rooms = [];

    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;
    private readonly nint cells;
    private readonly Bound[] bound;
    private readonly long[] numbers;

    // SQLite reads ids, days and texts where they lie here, a slot for each cell and then the texts: it does not move, and a copy of SQLite's own
    // would be memory asked for and given back.
    private readonly byte[] room;
    private int used;
    private int rowFrom;

    /// <inheritdoc />
    public static char Mark => '?';

    public SqliteCells(SqliteConnection connection, string sql, int rows = 1)
    {
        database = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(database, sql, out statement));
        cells = statement.DangerousGetHandle();
        // At first nothing is bound.
        bound = new Bound[raw.sqlite3_bind_parameter_count(statement)];
        numbers = new long[bound.Length];
        Rows = rows;
        room = Rooms.TryTake(out var free) ? free : GC.AllocateUninitializedArray<byte>(RoomBytes, pinned: true);
        used = bound.Length * SlotBytes;
    }

    /// <summary>How many rows the statement writes at a time.</summary>
    public int Rows { get; }

    /// <inheritdoc />
    public static bool Takes(Type type) => type == typeof(Guid);

    /// <inheritdoc />
    public void WriteNull(int at)
    {
        at += rowFrom;
        if (bound[at] == Bound.Nothing) return;
        bound[at] = Bound.Nothing;
        Check(SqliteNative.BindNull(cells, at + 1));
    }

    /// <summary>Writes a cell as Microsoft.Data.Sqlite would; the casts of values cost nothing once compiled.</summary>
    public void Write<T>(int at, T value)
    {
        at += rowFrom;
        if (typeof(T) == typeof(long)) WriteNumber(at, (long)(object)value!);
        else if (typeof(T) == typeof(int)) WriteNumber(at, (int)(object)value!);
        else if (typeof(T) == typeof(byte)) WriteNumber(at, (byte)(object)value!);
        else if (typeof(T) == typeof(bool)) WriteNumber(at, (bool)(object)value! ? 1 : 0);
        else if (typeof(T) == typeof(double)) WriteReal(at, (double)(object)value!);
        else if (typeof(T) == typeof(Guid)) WriteId(at, (Guid)(object)value!);
        else if (typeof(T) == typeof(byte[])) WriteBytes(at, (byte[])(object)value!);
        else if (typeof(T) == typeof(string)) WriteText(at, (string)(object)value!);
        else if (typeof(T) == typeof(DateOnly)) WriteDay(at, (DateOnly)(object)value!);
        else throw new NotSupportedException($"A {typeof(T).Name} cannot be inserted in bulk yet.");
    }

    /// <summary>Ends a row; when all are there that the statement writes at a time, it is run, and makes ready for the next.</summary>
    public void EndRow()
    {
        rowFrom += bound.Length / Rows;
        if (rowFrom < bound.Length) return;
        var done = SqliteNative.Step(cells);
        if (done != raw.SQLITE_DONE) SqliteException.ThrowExceptionForRC(done, database);
        Check(SqliteNative.Reset(cells));
        rowFrom = 0;
        used = bound.Length * SlotBytes;
    }

    /// <summary>How many rows of the table were written last.</summary>
    public int RowsChanged() => raw.sqlite3_changes(database);

    /// <inheritdoc />
    public void Dispose()
    {
        if (statement.IsClosed) return;
        statement.Dispose();
        Rooms.Add(room);
    }

    private void WriteNumber(int at, long value)
    {
        if (IsBound(at, Bound.Number, value)) return;
        Check(SqliteNative.BindInteger(cells, at + 1, value));
    }

    private void WriteReal(int at, double value)
    {
        bound[at] = Bound.Other;
        Check(SqliteNative.BindReal(cells, at + 1, value));
    }

    // The sixteen bytes that SqliteDb keeps an id in.
    private void WriteId(int at, Guid id)
    {
        Span<byte> bytes = stackalloc byte[SlotBytes];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        var slot = SlotOf(at);
        if (bound[at] == Bound.Id && slot.SequenceEqual(bytes)) return;
        bound[at] = Bound.Id;
        bytes.CopyTo(slot);
        Check(SqliteNative.BindBlobInPlace(cells, at + 1, slot));
    }

    // No bytes are something else than nothing.
    private void WriteBytes(int at, byte[] value)
    {
        bound[at] = Bound.Other;
        if (value.Length == 0) Check(raw.sqlite3_bind_zeroblob(statement, at + 1, 0));
        else Check(SqliteNative.BindBlob(cells, at + 1, value));
    }

    private void WriteText(int at, string value)
    {
        bound[at] = Bound.Other;
        if (Encoding.UTF8.TryGetBytes(value, room.AsSpan(used), out var length))
        {
            Check(SqliteNative.BindTextInPlace(cells, at + 1, room.AsSpan(used, length)));
            used += length;
            return;
        }

        Check(SqliteNative.BindText(cells, at + 1, Encoding.UTF8.GetBytes(value)));
    }

    private void WriteDay(int at, DateOnly day)
    {
        if (IsBound(at, Bound.Day, day.DayNumber)) return;
        day.TryFormat(SlotOf(at), out var length, DayFormat, CultureInfo.InvariantCulture);
        Check(SqliteNative.BindTextInPlace(cells, at + 1, SlotOf(at)[..length]));
    }

    private bool IsBound(int at, Bound kind, long value)
    {
        if (bound[at] == kind && numbers[at] == value) return true;
        (bound[at], numbers[at]) = (kind, value);
        return false;
    }

    private Span<byte> SlotOf(int at) => room.AsSpan(at * SlotBytes, SlotBytes);

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK) SqliteException.ThrowExceptionForRC(result, database);
    }

    /// <summary>What a cell holds.</summary>
    private enum Bound : byte
    {
        Nothing,
        Number,
        Id,
        Day,
        Other,
    }
}
