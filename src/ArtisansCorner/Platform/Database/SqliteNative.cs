using System.Runtime.InteropServices;

namespace ArtisansCorner.Platform.Database;

/// <summary>
/// SQLite's own functions for filling a statement, as sqlite.org/c3ref documents them. SQLitePCL has them too, and counts references of a handle with
/// each call: for the 35 cells of a sale that took longer than SQLite itself. Those that return at once are called without telling the collector.
/// </summary>
internal static class SqliteNative
{
    private const string Library = "e_sqlite3";
    private const nint InPlace = 0;
    private const nint Transient = -1;
    private const int Passive = 0;

    /// <summary>What is called after a commit, with how many pages the log has.</summary>
    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int Committed(nint with, nint database, nint name, int pages);

    [DllImport(Library, EntryPoint = "sqlite3_bind_null", ExactSpelling = true), SuppressGCTransition]
    public static extern int BindNull(nint statement, int at);

    [DllImport(Library, EntryPoint = "sqlite3_bind_int64", ExactSpelling = true), SuppressGCTransition]
    public static extern int BindInteger(nint statement, int at, long value);

    [DllImport(Library, EntryPoint = "sqlite3_bind_double", ExactSpelling = true), SuppressGCTransition]
    public static extern int BindReal(nint statement, int at, double value);

    [DllImport(Library, EntryPoint = "sqlite3_reset", ExactSpelling = true), SuppressGCTransition]
    public static extern int Reset(nint statement);

    /// <summary>Runs a statement, which may take its time.</summary>
    [DllImport(Library, EntryPoint = "sqlite3_step", ExactSpelling = true)]
    public static extern int Step(nint statement);

    /// <summary>Has this called after each commit of a connection, with how many pages the log has; SQLite leaves the log alone then.</summary>
    [DllImport(Library, EntryPoint = "sqlite3_wal_hook", ExactSpelling = true)]
    public static extern nint OnCommit(nint database, Committed told, nint with);

    /// <summary>Brings of the log what can be brought without waiting for anyone.</summary>
    public static int Checkpoint(nint database, nint name) => Checkpoint(database, name, Passive, 0, 0);

    /// <summary>Binds text in UTF-8 that neither moves nor changes before something else is bound.</summary>
    public static int BindTextInPlace(nint statement, int at, ReadOnlySpan<byte> value) => BindText(statement, at, in MemoryMarshal.GetReference(value), value.Length, InPlace);

    /// <summary>Binds bytes that neither move nor change before something else is bound.</summary>
    public static int BindBlobInPlace(nint statement, int at, ReadOnlySpan<byte> value) => BindBlob(statement, at, in MemoryMarshal.GetReference(value), value.Length, InPlace);

    /// <summary>Binds text in UTF-8; SQLite keeps a copy.</summary>
    public static int BindText(nint statement, int at, ReadOnlySpan<byte> value) => BindText(statement, at, in MemoryMarshal.GetReference(value), value.Length, Transient);

    /// <summary>Binds bytes; SQLite keeps a copy.</summary>
    public static int BindBlob(nint statement, int at, ReadOnlySpan<byte> value) => BindBlob(statement, at, in MemoryMarshal.GetReference(value), value.Length, Transient);

    [DllImport(Library, EntryPoint = "sqlite3_wal_checkpoint_v2", ExactSpelling = true)]
    private static extern int Checkpoint(nint database, nint name, int mode, nint pages, nint brought);

    [DllImport(Library, EntryPoint = "sqlite3_bind_text", ExactSpelling = true), SuppressGCTransition]
    private static extern int BindText(nint statement, int at, in byte value, int length, nint destructor);

    [DllImport(Library, EntryPoint = "sqlite3_bind_blob", ExactSpelling = true), SuppressGCTransition]
    private static extern int BindBlob(nint statement, int at, in byte value, int length, nint destructor);
}
