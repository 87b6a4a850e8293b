import { jest } from "@jest/globals";

// Against hanging only: images may have to be built first.
jest.setTimeout(1_200_000);
