import { defineConfig } from "vite";

// Two entries: what every page loads, and what only the map loads. Names without hashes: the server adds the version.
export default defineConfig({
  build: {
    outDir: "../dateline/desk/static", emptyOutDir: false, target: "es2022", modulePreload: false, sourcemap: false,
    rollupOptions: {
      input: { desk: "src/desk.ts", map: "src/map.ts" },
      output: { entryFileNames: "[name].js", chunkFileNames: "[name].js", assetFileNames: "[name][extname]" },
    },
  },
});
