using System.Runtime.InteropServices;

namespace ArtisansCorner.Platform;

/// <summary>How the C library keeps memory for all that is not the collector's: SQLite, and the runtime's own compiler.</summary>
internal static class NativeMemory
{
    // Of malloc.h.
    private const int TrimThreshold = -1;
    private const int TopPad = -2;
    private const int MmapThreshold = -3;
    private const int ArenaMax = -8;

    private const int Arenas = 2;
    private const int Piece = 64 * 1024;

    /// <summary>
    /// Lets all threads ask for memory in two places: glibc gives nearly each of them a place of its own, and SQLite asks on whichever thread works with a connection,
    /// so that a dozen places came to hold what was freed in them. What is freed goes back to the system, where glibc would keep more with each large piece that it saw.
    /// Another C library is left as it is.
    /// </summary>
    public static void KeepLittle()
    {
        try
        {
            foreach (var (which, value) in (ReadOnlySpan<(int, int)>)[(ArenaMax, Arenas), (TrimThreshold, Piece), (MmapThreshold, Piece), (TopPad, 0)]) _ = Set(which, value);
        }
        catch (Exception problem) when (problem is DllNotFoundException or EntryPointNotFoundException)
        {
            // Nothing depends on it.
        }
    }

    [DllImport("libc", EntryPoint = "mallopt", ExactSpelling = true)]
    private static extern int Set(int which, int value);
}
